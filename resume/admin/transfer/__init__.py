"""The transfer page: a file goes in after it was looked at, and comes out in every format."""
