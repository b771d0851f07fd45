"""What one line, heading or label of a résumé says by itself: names, roles, periods, words.

`vocabulary` holds the words that are a whole heading or label, `names`, `places` and `gaps` those
that stand in one. `headings` and `head_lines` read one line, `heads` several that begin an entry,
`labels` those with a label, `table_lines` those of a table, `nesting` and `listed_items` lists.
`periods` and `tenure` say when that was, by a period or by events; `works` and `work_titles` know
the titles of projects; `items`, with `accounts`, are what the lines of other sections hold.
"""
