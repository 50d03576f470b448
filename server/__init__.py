"""What is answered without Streamlit: heads, tables, pictures, feeds, health; and who is let in."""
