new Chart();
