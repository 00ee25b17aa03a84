localStorage.setItem('seen', 'yes');
sessionStorage.x = document.cookie;
