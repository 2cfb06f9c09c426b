namespace CommsDesk.Configuration;

/// <summary>Reads which exercise is played from a desk.</summary>
internal static class ExerciseReader
{
    public static ExerciseConfig? Read(JsonWalk root)
    {
        if (root.Object("exercise") is not { } exercise)
        {
            return null;
        }

        exercise.Allow("postgreSql", "schema");
        foreach (var real in new[] { "ledger", "accounts", "sources" }.Where(root.Has))
        {
            root.Fault(real, "stands beside 'exercise'; what is real has no place at a desk of an exercise");
        }

        return new ExerciseConfig(exercise.Text("postgreSql", required: true) ?? "", exercise.Text("schema") ?? ExerciseConfig.UsualSchema);
    }
}
