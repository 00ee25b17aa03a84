const stateRestored = 'restored';
document.title = escapeHtml(stateRestored);
