"""The encoder that ships with the project, and what makes it again from scratch."""
