document.title = 'Popup';
