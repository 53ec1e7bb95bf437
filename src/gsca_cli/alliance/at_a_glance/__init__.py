"""Records read at a glance: those that are written plainly, fit, and hold nothing suspect.

`models` works out from the models how each type fits; `single` and `fit` say what each fit is;
`lines` fits the lines of a file as they come, and `glance` makes the brief. Any doubt ends the
glance, and the record is read by the document, the model and the checks, which explain what is
wrong with it.
"""
