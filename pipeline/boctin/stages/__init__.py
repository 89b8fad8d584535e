"""The stages of extraction, one folder each, in the order of `boctin.loading.STAGES`."""
