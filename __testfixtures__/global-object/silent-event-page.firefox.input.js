window.settings = { delay: 5 };
window.setTimeout(() => console.log(window.settings.delay), 100);
