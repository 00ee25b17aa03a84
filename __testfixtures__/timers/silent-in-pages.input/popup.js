setInterval(() => {
  document.title = new Date().toString();
}, 60000);
