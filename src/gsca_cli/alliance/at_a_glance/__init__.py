"""Records read at a glance: those that are written plainly, fit, and hold nothing suspect.

`models` works out from the models how each type fits; `single` and `fit` say what each fit is;
`places` keeps where a line leads from where the file stands, `lines` goes from place to place, and
`glance` makes the brief. Any doubt ends the glance, and the record is read by the document, the
model and the checks, which explain what is wrong with it.
"""
