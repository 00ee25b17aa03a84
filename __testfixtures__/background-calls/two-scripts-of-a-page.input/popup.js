document.getElementById('button').onclick = () => bg.setMode('dark');
