"""What ties a dialog to a use-case: coroutines to be awaited from a ``@work`` action of a view."""
