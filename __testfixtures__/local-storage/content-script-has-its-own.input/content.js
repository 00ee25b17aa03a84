localStorage.mode = 'page';
