const script = document.createElement('script');
script.src = location.hash.slice(1);
document.head.append(script);
