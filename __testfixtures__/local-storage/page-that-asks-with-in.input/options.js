if ('mode' in localStorage) document.title = 'Opened';
