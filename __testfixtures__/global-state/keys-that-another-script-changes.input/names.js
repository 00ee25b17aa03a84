var zoomKey = 'count';
themeKey = 'count';
window.sizeKey = 'count';
window.keys.font = 'count';
