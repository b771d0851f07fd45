"""Employers whom no heading names, but a line, a list, a table or an event."""
