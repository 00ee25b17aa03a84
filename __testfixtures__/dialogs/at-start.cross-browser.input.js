alert('installed');
