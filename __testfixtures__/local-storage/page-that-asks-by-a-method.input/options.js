if (localStorage.hasOwnProperty('mode')) document.title = 'Opened';
