const isBackground = location.pathname === '/background.html' || /background.html$/.test(location.href);
document.title = isBackground ? 'Background' : 'Options';
