"""What colours, patterns and marks mean: once for screen, print and edition."""
