"""The page: everything that shows answers in a browser. Gradio, FastAPI and uvicorn are imported here and nowhere else."""
