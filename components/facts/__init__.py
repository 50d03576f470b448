"""What is computed of a district, a day, a period: typed records, computed once."""
