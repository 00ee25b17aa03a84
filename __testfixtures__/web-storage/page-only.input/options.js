localStorage.lastTab = 'general';
window.addEventListener('storage', () => location.reload());
