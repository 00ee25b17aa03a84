window.addEventListener('load', () => document.title = window.location.href);
