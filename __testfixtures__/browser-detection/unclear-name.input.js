const modern = typeof browser !== "undefined";
if (modern) browser.theme.reset();
