"""The real steps of law and money: those that a reader of the years to 2025 needs are there."""

import curated
import pytest

MILESTONES = curated.tables().milestones.set_index("id")


@pytest.mark.parametrize(
    ("id", "date", "told"),
    [
        ("2018-03-27-1", "2018-03-27", ("Richtlinie", "S. 179")),
        ("2020-10-30-1", "2020-10-30", ("Richtlinie", "55.000", "22.500")),
        ("2020-11-25-1", "2020-11-25", ("Richtlinie", "KIM")),
        ("2020-12-02-1", "2020-12-02", ("192", "20 Millionen Euro im Jahr 2021")),
        ("2021-02-05-1", "2021-02-05", ("50 Millionen",)),
        ("2021-04-01-1", "2021-04-01", ("LaKI", "aufgelöst")),
        ("2021-11-24-1", "2021-11-24", ("Haushalt 2022", "75 Millionen")),
        ("2021-11-25-1", "2021-11-25", ("§ 8", "§ 9", "130 Millionen")),
        ("2022-12-19-1", "2022-12-19", ("erste Änderung", "Runderlass")),
        ("2023-03-10-1", "2023-03-10", ("Richtlinie",)),
        ("2024-12-12-1", "2024-12-12", ("Richtlinie", "KIM")),
        ("2024-12-18-1", "2024-12-18", ("Haushalt 2025", "65 Millionen")),
        ("2025-1", "2025", ("KOMM-AN NRW", "nicht fortgeführt")),
        ("2025-03-20-1", "2025-03-20", ("zweites Mal geändert",)),
        ("2025-04-03-1", "2025-04-03", ("Richtlinie", "§ 8")),
    ],
)
def test_the_steps_to_2025_are_told(id, date, told):
    row = MILESTONES.loc[id]
    assert row["date"] == date
    assert all(part in row["summary_de"] for part in told)


@pytest.mark.parametrize(
    ("id", "source"),
    [
        ("2015-03-23-1", "bass-undated-c"),
        ("2017-10-20-1", "bezreg-undated-f"),
        ("2018-05-08-1", "bass-undated-d"),
        ("2020-1", "lokalkompass-duesseldorf-undated"),
        ("2021-11-25-1", "recht-nrw-de-undated-e"),
        ("2022-01-01-1", "recht-nrw-de-undated-a"),
    ],
)
def test_a_second_source_is_a_further_one_not_a_second_row(id, source):
    cited = [MILESTONES.loc[id, "source_id"], *MILESTONES.loc[id, "further_source_ids"].split()]
    assert source in cited


def test_integration_management_is_spelled_out_in_both_languages():
    told = MILESTONES[MILESTONES["summary_de"].str.contains("KIM")]
    assert len(told) >= 8
    assert told["summary_de"].str.contains("Kommunale[ns]* Integrationsmanagement").all()
    assert told["summary_en"].str.contains("municipal integration management").all()


def test_the_law_says_no_duty_to_have_a_centre():
    row = MILESTONES.loc["2022-01-01-2"]
    assert "Pflicht" in row["summary_de"] and "duty" in row["summary_en"]
