"""Tables and lists of any notation as rows, and the employers whom these or events name."""
