document.title = escapeHtml('1 < 2');
