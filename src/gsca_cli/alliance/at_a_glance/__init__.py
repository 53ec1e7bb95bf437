"""Records read at a glance: those that are written plainly, fit, and hold nothing suspect.

`models` describes how the type of each field fits, in `fits.json`, of which `fits` are made;
`single` and `fit` say what each fit is. `places` keeps where a line leads from where the file
stands, `entries` what is known of entries that begin alike, `lines` goes from place to place, and
`glance` shows what they say. Any doubt ends the glance, and the record is read by the document, the
model and the checks, which explain what is wrong with it.
"""
