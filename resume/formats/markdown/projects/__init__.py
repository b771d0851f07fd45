"""Projects that a text, a list or a row begins, where no heading names them.

`tables` and `headed` find a title in a cell or below a heading. `told` reads text that names its
project itself, `paragraphs` and `titled` lines over a text, `listed` items (each by
`item_projects`) and all of these in the text of an employer, `sections` in a section of projects,
`rows` and `continued` in a table of employers. `placed` prints projects where they stood.
"""
