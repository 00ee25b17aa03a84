requestAnimationFrame(() => console.log('drawn'));
