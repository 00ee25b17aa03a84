var themeKey = 'theme';
var sizeKey = 'size';
var zoomKey = 'zoom';
var keys = { font: 'font' };
