"""Projects in the text of an employer or of a section, where no heading names them."""
