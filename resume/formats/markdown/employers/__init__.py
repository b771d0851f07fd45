"""Employers whom no heading names, but a line, a list, a table or an event.

`openings` are paragraphs, `dated_below` or not, and `bullets` items that may begin an entry;
`blocks` makes employers of them, also in `groups` of a list; a `sole` one is all of a text.
`headed` leaves out whom headings name, and `unheaded` reads the text of a section by all of these.
"""
