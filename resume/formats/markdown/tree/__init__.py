"""The headings of a file as a tree, and which of them name employers, and which projects.

`outline` is the tree, of headings in Markdown, `raw_html` and lines (`plain_titles`). `nodes` says
what a title is, `stays` who employed and when, by `summaries`, `short_names` and `lone_dates` as
well, and `signs` what a heading looks like by itself. `evidence` decides among `siblings`: by what
is `numbered`, `repeated`, `alike`, `known` from elsewhere or stands `alone`, at one of
`told_stays`.
"""
