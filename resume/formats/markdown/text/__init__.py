"""What one line, heading or label of a résumé says by itself: names, roles, periods, words."""
