document.documentElement.style.transition = 'filter 0.4s';
document.documentElement.dataset.shade = 'on';
