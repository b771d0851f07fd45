"""What one line, heading or label of a résumé says by itself: names, roles, periods, words.

`vocabulary` holds the words that are a whole heading or label, and `stay_titles` those over a list
of stays; `names`, `places`, `gaps` and `counts` know those that stand in one. `posts` are where in
one, and as what, somebody was. `headings`, `roles` and `head_lines` read one line, `heads`,
`bold_heads`, `dated_heads` and `listed_heads` several that begin an entry, `labels` those with a
label, `table_lines` those of a table, `nesting` and `listed_items` lists; `sentences` are none of
these. `periods`, `tenure` and `lone_dates` say when that was, by a period, by events or by one
date; `works` and `work_titles` know the titles of projects.

`items` are what the lines of other sections hold, with `accounts`, `credentials`, `publications`,
`links` and `brackets` in them, or a `misfit`; `person` is whose résumé it is.
"""
