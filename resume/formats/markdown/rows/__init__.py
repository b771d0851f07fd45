"""Tables and lists of any notation as rows, and the employers whom these or events name.

`html_rows` and `drawn_tables` give what is no Markdown as rows of it. `tables` reads an employer a
row, whom a cell has `named`, with `chronicle` or `continued` where other rows tell what happened
there, `two_rows` one in two rows,
`profile_rows` one among personal data, and `events` those who were joined and left. `found` is how
they say whom they found, and where. `item_tables` reads skills, qualifications and awards a row.
"""
