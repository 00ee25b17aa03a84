const script = document.createElement('script');
script.textContent = 'window.hooked = true';
document.documentElement.append(script);
