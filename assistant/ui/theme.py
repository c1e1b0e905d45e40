"""Colours, type and spacing. System fonts: nothing is fetched. All text has AA contrast, light and dark."""

from __future__ import annotations

from gradio.themes.base import Base
from gradio.themes.utils import colors, sizes

PETROL = colors.Color(
    name="petrol",
    c50="#eef6f7", c100="#dcecee", c200="#b9d9dd", c300="#8fc3ca", c400="#5aa5b0", c500="#2f8694",
    c600="#146b79", c700="#0b5563", c800="#0a4450", c900="#0a3842", c950="#06252c",
)  # fmt: skip
STONE = colors.Color(
    name="stone",
    c50="#f7f8f6", c100="#eef1f0", c200="#dde3e2", c300="#c3cdcc", c400="#93a2a3", c500="#667779",
    c600="#4a5a5e", c700="#35444a", c800="#202c31", c900="#182226", c950="#10181b",
)  # fmt: skip
TYPE = sizes.Size(
    name="type", xxs="13px", xs="14px", sm="15px", md="17px", lg="18px", xl="22px", xxl="28px"
)  # fmt: skip
FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans", "sans-serif")


class Office(Base):
    """A quiet public office: paper, petrol and plenty of room."""

    def __init__(self) -> None:
        super().__init__(
            primary_hue=PETROL,
            secondary_hue=PETROL,
            neutral_hue=STONE,
            text_size=TYPE,
            radius_size=sizes.radius_md,
            spacing_size=sizes.spacing_md,
            font=FONTS,
            font_mono=("ui-monospace", "Liberation Mono", "monospace"),
        )
        self.name = "office"
        self.set(
            body_background_fill="*neutral_50",
            body_background_fill_dark="*neutral_950",
            body_text_color="*neutral_900",
            body_text_color_dark="*neutral_100",
            body_text_color_subdued="*neutral_600",
            body_text_color_subdued_dark="*neutral_300",
            block_background_fill="transparent",
            block_background_fill_dark="transparent",
            block_border_width="0px",
            block_border_width_dark="0px",
            block_label_text_color="*neutral_700",
            block_label_text_color_dark="*neutral_200",
            block_title_text_color="*neutral_800",
            block_title_text_color_dark="*neutral_100",
            block_title_text_weight="600",
            block_info_text_color="*neutral_600",
            block_info_text_color_dark="*neutral_300",
            input_background_fill="white",
            input_background_fill_dark="*neutral_900",
            input_border_color="*neutral_500",
            input_border_color_dark="*neutral_400",
            input_border_width="1px",
            input_placeholder_color="*neutral_500",
            input_placeholder_color_dark="*neutral_400",
            button_primary_background_fill="*primary_700",
            button_primary_background_fill_hover="*primary_800",
            button_primary_background_fill_dark="*primary_300",
            button_primary_background_fill_hover_dark="*primary_200",
            button_primary_text_color="white",
            button_primary_text_color_dark="*primary_950",
            button_secondary_background_fill="transparent",
            button_secondary_background_fill_dark="transparent",
            button_secondary_background_fill_hover="*primary_100",
            button_secondary_background_fill_hover_dark="*primary_900",
            button_secondary_text_color="*primary_700",
            button_secondary_text_color_dark="*primary_300",
            checkbox_background_color_selected="*primary_700",
            checkbox_background_color_selected_dark="*primary_500",
            checkbox_border_color="*neutral_500",
            checkbox_border_color_dark="*neutral_400",
            checkbox_label_background_fill="white",
            checkbox_label_background_fill_dark="*neutral_900",
            checkbox_label_background_fill_selected="*primary_100",
            checkbox_label_background_fill_selected_dark="*primary_900",
            checkbox_label_border_color="*neutral_300",
            checkbox_label_border_color_dark="*neutral_700",
            checkbox_label_text_color="*neutral_900",
            checkbox_label_text_color_dark="*neutral_100",
            link_text_color="*primary_700",
            link_text_color_dark="*primary_300",
        )
