document.body.onclick = () => window[location.hash.slice(1)]();
