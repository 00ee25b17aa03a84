addEventListener('storage', () => location.reload());
