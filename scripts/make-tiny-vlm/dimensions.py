"""Sizes that the tiny models share."""
HIDDEN = 64
HEADS = 4
KV_HEADS = 2
HEAD_DIM = 16
LAYERS = 2
CONTEXT = 8192

# Two coordinates of the hidden state that attention leaves alone: they make the models answer a judge as trained ones do.
ASKED, ANSWERED = 0, 1
