if (settings.dark) document.body.classList.add('dark');
