// The parser of PDF files, in a worker of ours: bundled with the extension, so that nothing is fetched and the policy of its pages holds.
import 'pdfjs-dist/build/pdf.worker.min.mjs';
