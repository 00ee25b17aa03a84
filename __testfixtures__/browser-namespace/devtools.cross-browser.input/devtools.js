const { panels } = browser.devtools;
panels.create("x", "x.png", "x.html");
