const files = ['./tabs.js', './windows.js'];
for (const file of files) import(file);
