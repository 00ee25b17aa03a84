const box = document.getElementById('enabled');
box.checked = localStorage.enabled === 'true';
box.onchange = () => { localStorage.enabled = box.checked; };
localStorage.setItem('lastVisit', Date.now());
window.addEventListener('storage', () => { box.checked = localStorage.enabled === 'true'; });
