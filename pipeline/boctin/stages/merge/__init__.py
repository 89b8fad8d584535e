"""The last stage: order, identity and checks."""
