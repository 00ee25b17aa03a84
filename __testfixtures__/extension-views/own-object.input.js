const screen = { extension: { getViews: () => [] } };
screen.extension.getViews().length;
