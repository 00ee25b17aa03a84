self.addEventListener('message', () => {
  if (localStorage.mode === 'dark') console.log('dark');
});
